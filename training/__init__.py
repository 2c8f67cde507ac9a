"""How the weights in headwater.models were made; needs the `train` extra, never part of the wheel."""
