"""headwater traces every claim in the news back to where it began."""

__version__ = "0.1.0"

__all__ = ["__version__"]
