"""From a ledger to other formats: one file an exporter, each found by name through headwater.registry."""

from headwater.export.csv_exporter import export_csv
from headwater.export.jsonl_exporter import export_jsonl

__all__ = ["export_csv", "export_jsonl"]
