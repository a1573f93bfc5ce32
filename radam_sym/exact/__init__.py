"""The exact law of v_t, the average of squares that Adam divides by, for Gaussian gradients."""
