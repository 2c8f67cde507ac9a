"""From a ledger to other formats: one file an exporter, each found by name through headwater.registry.

An exporter is `export_X(ledger, out)`; `out` is a path or a stream of text, and formats of several files want a folder.
"""

from headwater.export.brat_exporter import export_brat
from headwater.export.csv_exporter import export_csv, safe_cell
from headwater.export.followthemoney_exporter import export_followthemoney
from headwater.export.graphml_exporter import export_graphml
from headwater.export.jsonl_exporter import export_jsonl
from headwater.export.parquet_exporter import export_parquet
from headwater.export.prov_exporter import export_prov
from headwater.export.web_annotation_exporter import export_web_annotation

__all__ = [
    "export_brat",
    "export_csv",
    "export_followthemoney",
    "export_graphml",
    "export_jsonl",
    "export_parquet",
    "export_prov",
    "export_web_annotation",
    "safe_cell",
]
