"""Sphinx configuration: Markdown through MyST, the reference generated from docstrings, warnings are errors."""

import headwater

project = "headwater"
author = "headwater maintainers"
version = release = headwater.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "Traces every claim in the news back to where it began."}
autodoc_typehints = "none"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
napoleon_google_docstring = True
napoleon_use_ivar = True
nitpicky = True
# "Attributes:" sections name types in prose; the code's own annotations are the reference.
nitpick_ignore_regex = [("py:.*", r".*")]
