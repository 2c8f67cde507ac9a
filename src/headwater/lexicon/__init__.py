"""The words: lists of cues, verbs, outlets, source nouns, units, numbers and countries, each with its source column.

Every list is one module beside its data file and is imported by name (headwater.lexicon.cues, .outlets, ...), so
that a room loads only the lists it needs.
"""

__all__: list[str] = []
