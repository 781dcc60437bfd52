"""Figures taken side by side; never asserted, since machines differ."""
