#!/usr/bin/env python3
"""Speaks a list of utterances with libespeak-ng and says when each word begins.

The command line of espeak-ng has no way to ask for word events, the library has; Python's ctypes reaches it without a
compiler. Reads JSON from stdin: {"wav": path, "parts": [{"voice", "rate", "pitch", "text", "pauseAfter"}]}, writes one
mono 16-bit WAV and prints JSON: {"sampleRate", "samples", "parts": [{"start", "end", "words": [{"at", "length",
"sample"}]}]}. `at` and `length` count characters of the part's text, the rest counts samples from the start of the file.
"""
import ctypes
import json
import sys
import wave

WORD, END, LIST_TERMINATED = 1, 5, 0
SYNCHRONOUS_RETRIEVAL, POSITION_CHARACTER, CHARS_UTF8 = 2, 1, 1
PARAMETER_RATE, PARAMETER_PITCH, PARAMETER_RANGE = 1, 3, 4


class EventId(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", EventId),
    ]


Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


class Speaker:
    def __init__(self):
        self.library = ctypes.CDLL("libespeak-ng.so.1")
        self.rate = self.library.espeak_Initialize(SYNCHRONOUS_RETRIEVAL, 0, None, 0)
        if self.rate <= 0:
            sys.exit("espeak-ng has no voice data")
        self.samples = bytearray()
        self.words = []
        self.callback = Callback(self.collect)
        self.library.espeak_SetSynthCallback(self.callback)

    def collect(self, wav, count, events):
        if wav and count > 0:
            self.samples += ctypes.string_at(wav, count * 2)
        index = 0
        while events[index].type != LIST_TERMINATED:
            event = events[index]
            if event.type == WORD:
                self.words.append({"at": event.text_position - 1, "length": event.length, "sample": event.sample})
            index += 1
        return 0

    def speak(self, part):
        self.samples, self.words = bytearray(), []
        if self.library.espeak_SetVoiceByName(part["voice"].encode()) != 0:
            sys.exit("espeak-ng has no voice " + part["voice"])
        self.library.espeak_SetParameter(PARAMETER_RATE, part["rate"], 0)
        self.library.espeak_SetParameter(PARAMETER_PITCH, part["pitch"], 0)
        data = part["text"].encode() + b"\0"
        self.library.espeak_Synth(data, len(data), 0, POSITION_CHARACTER, 0, CHARS_UTF8, None, None)
        self.library.espeak_Synchronize()
        return bytes(self.samples), self.words


def main():
    job = json.load(sys.stdin)
    speaker = Speaker()
    audio, parts = bytearray(), []
    for part in job["parts"]:
        start = len(audio) // 2
        sound, words = speaker.speak(part)
        audio += sound
        parts.append(
            {
                "start": start,
                "end": len(audio) // 2,
                "words": [dict(word, sample=start + word["sample"]) for word in words],
            }
        )
        audio += b"\0\0" * int(part["pauseAfter"] * speaker.rate / 1000)
    with wave.open(job["wav"], "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(speaker.rate)
        out.writeframes(bytes(audio))
    json.dump({"sampleRate": speaker.rate, "samples": len(audio) // 2, "parts": parts}, sys.stdout)


main()
