"""The HTTP API, as an intranet integrator sees it: bodies, routes and problems."""
