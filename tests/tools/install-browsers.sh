#!/usr/bin/env bash
# Installs what the tests and the demo need from Debian's packages: browsers, a speech synthesiser, ffmpeg, fonts.
# Installs nothing when nothing is missing. Where it may not install, it prints the exact command and ends with 1.
set -euo pipefail

missing=()

need() { # need PACKAGE TEST…: the package is missing when the test fails
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}

has_library() { compgen -G "/usr/lib/*/$1" || compgen -G "/usr/lib/$1" || compgen -G "/usr/lib64/$1"; }
fonts=$(fc-list 2>/dev/null || true)
has_font() { grep -qi "$1" <<<"$fonts"; }

need chromium command -v chromium
need firefox-esr command -v firefox-esr
need espeak-ng command -v espeak-ng
need libespeak-ng1 has_library libespeak-ng.so.1
need ffmpeg command -v ffmpeg
need openssl command -v openssl
need python3 command -v python3
need fontconfig command -v fc-list
need fonts-roboto-unhinted has_font roboto
need fonts-noto-core has_font 'notosansarabic\|notonaskharabic\|NotoSans-'
need fonts-noto-cjk has_font 'notosanscjk'

if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

install="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"

run_as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

may_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

if may_install; then
  echo "Installing ${missing[*]}" >&2
  run_as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  run_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  exit 0
fi

if command -v apt-get >/dev/null 2>&1; then
  echo "Missing: ${missing[*]}. They cannot be installed without more rights. Run:" >&2
  echo "  sudo sh -c '$install'" >&2
else
  echo "Missing, by their Debian names: ${missing[*]}. This system has no apt-get; install them its own way." >&2
  echo "On Debian the command is: sudo sh -c '$install'" >&2
fi
exit 1
