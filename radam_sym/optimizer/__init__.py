"""Adam with a rectified learning rate."""
