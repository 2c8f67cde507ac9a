"""Bytes to documents: every input ends as exactly one Document, Duplicate or Rejection."""

from headwater.ingest.read import read_inputs

__all__ = ["read_inputs"]
