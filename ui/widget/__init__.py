"""A search box with cited answers that other pages take in, as a script or as a frame."""
