/** Whisper and its descendants. */
import type { Case } from './recogniser-case';

export const WHISPER_CASES: Readonly<Record<string, Case>> = {
  'openai-whisper with words': {
    shape: 'whisper',
    data: {
      text: ' Hello there. Bye.',
      language: 'en',
      segments: [
        {
          id: 0,
          seek: 0,
          start: 0.5,
          end: 1.2,
          text: ' Hello there.',
          tokens: [1],
          temperature: 0,
          words: [
            { word: ' Hello', start: 0.5, end: 0.8, probability: 0.91 },
            { word: ' there.', start: 0.8, end: 1.2, probability: 0.8 },
          ],
        },
        {
          id: 1,
          seek: 0,
          start: 2,
          end: 2.5,
          text: ' Bye.',
          tokens: [2],
          temperature: 0,
          words: [{ word: ' Bye.', start: 2, end: 2.5, probability: 1 }],
        },
      ],
    },
    cues: [
      [500, 1200, null, 'Hello there.'],
      [2000, 2500, null, 'Bye.'],
    ],
    words: [
      ['Hello', 500, 91],
      [' there.', 800, 80],
      ['Bye.', 2000, 100],
    ],
    language: 'en',
    timing: 'word',
  },
  'whisper without words': {
    shape: 'whisper',
    data: {
      text: 'x',
      segments: [
        { id: 0, seek: 0, start: 0, end: 4, text: ' Hello there.', avg_logprob: -0.2 },
        { id: 1, seek: 0, start: 4, end: 9, text: ' Bye.', avg_logprob: -0.2 },
      ],
      language: 'english',
    },
    cues: [
      [0, 4000, null, 'Hello there.'],
      [4000, 9000, null, 'Bye.'],
    ],
    language: 'en',
    timing: 'cue',
  },
  'a service with words beside the segments': {
    shape: 'whisper',
    data: {
      task: 'transcribe',
      language: 'english',
      duration: 4,
      text: 'Hello there. Bye.',
      words: [
        { word: 'Hello', start: 0, end: 0.5 },
        { word: 'there', start: 0.5, end: 1 },
        { word: 'Bye', start: 2, end: 2.5 },
      ],
      segments: [
        { id: 0, start: 0, end: 1, text: 'Hello there.' },
        { id: 1, start: 2, end: 3, text: 'Bye.' },
      ],
    },
    cues: [
      [0, 1000, null, 'Hello there.'],
      [2000, 3000, null, 'Bye.'],
    ],
    words: [
      ['Hello', 0],
      [' there.', 500],
      ['Bye.', 2000],
    ],
    timing: 'word',
  },
  'segments inside an envelope': {
    shape: 'whisper',
    data: { result: { segments: [{ start: 0, end: 4, text: 'Hello there.' }], language: 'en', text: 'Hello there.' } },
    cues: [[0, 4000, null, 'Hello there.']],
    language: 'en',
  },
  'Japanese words, without spaces': {
    shape: 'whisper',
    data: {
      language: 'ja',
      text: 'こんにちは',
      segments: [
        {
          start: 0,
          end: 2,
          text: 'こんにちは世界',
          words: [
            { word: 'こんにちは', start: 0, end: 1, probability: 1 },
            { word: '世界', start: 1, end: 2, probability: 1 },
          ],
        },
      ],
    },
    cues: [[0, 2000, null, 'こんにちは世界']],
    words: [
      ['こんにちは', 0, 100],
      ['世界', 1000, 100],
    ],
    language: 'ja',
  },
  whisperx: {
    shape: 'whisperx',
    data: {
      segments: [
        {
          start: 0.5,
          end: 2,
          text: ' In 1999 we.',
          speaker: 'SPEAKER_01',
          words: [
            { word: 'In', start: 0.5, end: 0.7, score: 0.5, speaker: 'SPEAKER_01' },
            { word: '1999' },
            { word: 'we.', start: 1.5, end: 2, score: 0.9, speaker: 'SPEAKER_01' },
          ],
        },
      ],
      word_segments: [],
    },
    cues: [[500, 2000, 'SPEAKER_01', 'In 1999 we.']],
    words: [
      ['In', 500, 50],
      [' 1999', null],
      [' we.', 1500, 90],
    ],
  },
  'whisper.cpp': {
    shape: 'whisper-cpp',
    data: {
      systeminfo: '',
      model: {},
      params: {},
      result: { language: 'en' },
      transcription: [
        {
          timestamps: { from: '00:00:00,000', to: '00:00:03,200' },
          offsets: { from: 0, to: 3200 },
          text: ' Hello there.',
          tokens: [
            { text: '[_BEG_]', offsets: { from: 0, to: 0 }, p: 0.9 },
            { text: ' Hel', offsets: { from: 0, to: 400 }, p: 0.9 },
            { text: 'lo', offsets: { from: 400, to: 700 }, p: 0.9 },
            { text: ' there', offsets: { from: 900, to: 1300 }, p: 0.8 },
            { text: '.', offsets: { from: 1300, to: 1400 }, p: 0.8 },
          ],
        },
      ],
    },
    cues: [[0, 3200, null, 'Hello there.']],
    words: [
      ['Hello', 0, 90],
      [' there.', 900, 80],
    ],
    language: 'en',
  },
  'Hugging Face chunks': {
    shape: 'json-cues',
    data: {
      text: ' Hello there. Bye now.',
      chunks: [
        { timestamp: [0, 4.5], text: ' Hello there.' },
        { timestamp: [4.5, null], text: ' Bye now.' },
      ],
    },
    cues: [
      [0, 4500, null, 'Hello there.'],
      [4500, null, null, 'Bye now.'],
    ],
  },
};
