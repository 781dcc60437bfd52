"""The ways pages ask servers, one file each, binding ``CLIENT``."""
