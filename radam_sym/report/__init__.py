"""What people read: the executable paper, the notebooks and what keeps them honest."""
