"""The door."""

from headwater.attribution.drafts import Draft
from headwater.attribution.finder import find_in_sentence
from headwater.attribution.quotes import find_quotations
from headwater.attribution.sentences import read_sentences
def propose(text: str) -> list[Draft]:
    quotations = find_quotations(text)
    out=[]
    for s in read_sentences(text, quotations):
        out.extend(find_in_sentence(s, quotations))
    return out
