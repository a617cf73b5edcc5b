/** Smaller makers, and data of no named maker. */
import type { Case } from './recogniser-case';

export const DATA_CASES: Readonly<Record<string, Case>> = {
  'Rev AI': {
    shape: 'rev',
    data: {
      monologues: [
        {
          speaker: 1,
          elements: [
            { type: 'text', value: 'Hi', ts: 0.5, end_ts: 0.9, confidence: 0.9 },
            { type: 'punct', value: ', ' },
            { type: 'text', value: 'you', ts: 1, end_ts: 1.2, confidence: 1 },
            { type: 'punct', value: '.' },
          ],
        },
      ],
    },
    cues: [[500, 1200, 'Speaker 1', 'Hi, you.']],
    words: [
      ['Hi,', 500, 90],
      [' you.', 1000, 100],
    ],
  },
  'BBC Kaldi with speakers': {
    shape: 'bbc-kaldi',
    data: {
      retval: {
        status: true,
        words: [
          { start: 0.5, confidence: 0.9, end: 0.9, word: 'hi', punct: 'Hi.', index: 0 },
          { start: 1, confidence: 0.5, end: 1.5, word: 'oh', punct: 'Oh.', index: 1 },
        ],
        segmentation: {
          segments: [
            { start: 0, duration: 0.95, speaker: { '@id': 'S0', gender: 'F' } },
            { start: 0.95, duration: 1, speaker: { '@id': 'S1' } },
          ],
        },
      },
    },
    cues: [
      [500, 900, 'S0', 'Hi.'],
      [1000, 1500, 'S1', 'Oh.'],
    ],
  },
  'words and paragraphs': {
    shape: 'word-paragraphs',
    data: {
      words: [
        { id: 0, start: 0.5, end: 0.9, text: 'Hi.' },
        { id: 1, start: 1, end: 1.5, text: 'Oh' },
        { id: 2, start: 1.5, end: 1.9, text: 'no.' },
      ],
      paragraphs: [
        { id: 0, start: 0.5, end: 0.9, speaker: 'F_S12' },
        { id: 1, start: 1, end: 1.9, speaker: 'M_S1' },
      ],
    },
    cues: [
      [500, 900, 'F_S12', 'Hi.'],
      [1000, 1900, 'M_S1', 'Oh no.'],
    ],
  },
  'podcast JSON': {
    shape: 'podcast-json',
    data: {
      version: '1.0.0',
      segments: [
        { speaker: 'Darth', startTime: 0.5, endTime: 0.75, body: 'I' },
        { speaker: 'Luke', startTime: 1, endTime: 1.25, body: 'no' },
      ],
    },
    cues: [
      [500, 750, 'Darth', 'I'],
      [1000, 1250, 'Luke', 'no'],
    ],
  },
  'Vosk, a value a line': {
    shape: 'json-cues',
    data: [
      '{"result":[{"conf":0.9,"end":0.9,"start":0.5,"word":"hi"},{"conf":1,"end":1.2,"start":1,"word":"you"}],"text":"hi you"}',
      '{"result":[{"conf":0.5,"end":3,"start":2.5,"word":"bye"},{"conf":0.5,"end":4,"start":3,"word":"now"}],"text":"bye now"}',
    ],
    cues: [
      [500, 1200, null, 'hi you'],
      [2500, 4000, null, 'bye now'],
    ],
  },
  'ElevenLabs, spaces as items': {
    shape: 'json-cues',
    data: {
      language_code: 'en',
      text: 'Hi you. Bye.',
      words: [
        { text: 'Hi', start: 0.5, end: 0.7, type: 'word', speaker_id: 'speaker_0' },
        { text: ' ', start: 0.7, end: 0.8, type: 'spacing', speaker_id: 'speaker_0' },
        { text: 'you.', start: 0.8, end: 1, type: 'word', speaker_id: 'speaker_0' },
        { text: ' ', start: 1, end: 1.1, type: 'spacing', speaker_id: 'speaker_0' },
        { text: 'Bye.', start: 1.1, end: 1.5, type: 'word', speaker_id: 'speaker_1' },
      ],
    },
    cues: [
      [500, 1000, 'speaker_0', 'Hi you.'],
      [1100, 1500, 'speaker_1', 'Bye.'],
    ],
    language: 'en',
  },
  'Gladia, deep inside': {
    shape: 'json-cues',
    data: {
      id: 'x',
      status: 'done',
      result: {
        metadata: {},
        transcription: {
          full_transcript: 'Hi you. Oh no.',
          languages: ['en'],
          utterances: [
            {
              text: 'Hi you.',
              language: 'en',
              start: 0.5,
              end: 0.9,
              confidence: 0.9,
              channel: 0,
              speaker: 0,
              words: [
                { word: 'Hi', start: 0.5, end: 0.6, confidence: 0.9 },
                { word: ' you.', start: 0.7, end: 0.9, confidence: 0.8 },
              ],
            },
            {
              text: 'Oh no.',
              start: 1,
              end: 1.5,
              speaker: 1,
              words: [
                { word: 'Oh', start: 1, end: 1.2, confidence: 1 },
                { word: ' no.', start: 1.2, end: 1.5, confidence: 1 },
              ],
            },
          ],
        },
      },
    },
    cues: [
      [500, 900, 'Speaker 0', 'Hi you.'],
      [1000, 1500, 'Speaker 1', 'Oh no.'],
    ],
    words: [
      ['Hi', 500, 90],
      [' you.', 700, 80],
      ['Oh', 1000, 100],
      [' no.', 1200, 100],
    ],
  },
  'text, start, duration': {
    shape: 'json-cues',
    data: [
      { text: 'Rock &amp; roll', start: 0.24, duration: 3.84 },
      { text: 'is here', start: 2.5, duration: 2 },
      { text: 'to stay', start: 5, duration: 2 },
    ],
    cues: [
      [240, 4080, null, 'Rock & roll'],
      [2500, 4500, null, 'is here'],
      [5000, 7000, null, 'to stay'],
    ],
  },
  'clocks in strings': {
    shape: 'json-cues',
    data: [
      { start: '00:00:01.500', end: '00:00:02.000', speaker: 'Anna', text: 'Hello there' },
      { start: '00:00:03.000', end: '00:00:04.000', speaker: 'Bob', text: 'Good day' },
    ],
    cues: [
      [1500, 2000, 'Anna', 'Hello there'],
      [3000, 4000, 'Bob', 'Good day'],
    ],
  },
  'milliseconds without saying so': {
    shape: 'json-cues',
    data: {
      utterances: [
        { from: 1500, to: 2000, text: 'Hello there' },
        { from: 3000, to: 4000, text: 'Good day' },
        { from: 5000, to: 6000, text: 'And bye' },
      ],
    },
    cues: [
      [1500, 2000, null, 'Hello there'],
      [3000, 4000, null, 'Good day'],
      [5000, 6000, null, 'And bye'],
    ],
  },
  'spans in groups': {
    shape: 'json-cues',
    data: [
      { spans: [{ begin: 1.2, end: 9, text: 'Some words here' }] },
      { spans: [{ begin: 10, end: 12, text: 'and more of them' }] },
    ],
    cues: [
      [1200, 9000, null, 'Some words here'],
      [10_000, 12_000, null, 'and more of them'],
    ],
  },
  'fragments with lines': {
    shape: 'json-cues',
    data: {
      fragments: [
        { begin: '0.000', end: '1.200', id: 'f1', language: 'eng', lines: ['Some words', 'here'] },
        { begin: '1.200', end: '3.000', lines: ['and more of them'] },
      ],
    },
    cues: [
      [0, 1200, null, 'Some words\nhere'],
      [1200, 3000, null, 'and more of them'],
    ],
  },
  'words in segments without text, speakers in a table': {
    shape: 'json-cues',
    data: {
      speakers: [{ spkid: 'spk1', name: 'Interviewer' }],
      segments: [
        {
          speaker: 'spk1',
          words: [
            { start: 4.84, end: 5.2, text: 'All', conf: 1 },
            { start: 5.2, end: 5.5, text: 'right.', conf: 0.5 },
          ],
        },
        {
          speaker: 'spk2',
          words: [
            { start: 6, end: 6.2, text: 'Oh', conf: 1 },
            { start: 6.2, end: 6.5, text: 'yes.', conf: 1 },
          ],
        },
      ],
    },
    cues: [
      [4840, 5500, 'Interviewer', 'All right.'],
      [6000, 6500, 'spk2', 'Oh yes.'],
    ],
  },
  'meeting bots with relative times': {
    shape: 'json-cues',
    data: [
      {
        participant: { id: 1, name: 'Anna' },
        words: [
          { text: 'Hello', start_timestamp: { relative: 1.5 }, end_timestamp: { relative: 1.9 } },
          { text: 'there.', start_timestamp: { relative: 2 }, end_timestamp: { relative: 2.4 } },
        ],
      },
      {
        participant: { id: 2, name: 'Bob' },
        words: [
          { text: 'Good', start_timestamp: { relative: 3 }, end_timestamp: { relative: 3.2 } },
          { text: 'day.', start_timestamp: { relative: 3.3 }, end_timestamp: { relative: 3.6 } },
        ],
      },
    ],
    cues: [
      [1500, 2400, 'Anna', 'Hello there.'],
      [3000, 3600, 'Bob', 'Good day.'],
    ],
  },
  'words that name their paragraphs, in milliseconds': {
    shape: 'json-cues',
    data: {
      title: 'x',
      words: [
        { duration: 330, time: 3050, paragraphId: 'p0', value: 'Primeiro', speaker: null },
        { duration: 450, time: 3380, paragraphId: 'p0', value: 'queria', speaker: null },
        { duration: 320, time: 64_290, paragraphId: 'p1', value: 'saber', speaker: null },
        { duration: 180, time: 64_610, paragraphId: 'p1', value: 'como', speaker: null },
      ],
    },
    cues: [
      [3050, 3830, null, 'Primeiro queria'],
      [64_290, 64_790, null, 'saber como'],
    ],
  },
  'markup inside the data': {
    shape: 'json-cues',
    data: [
      { start: 1, end: 5000, text: 'It is' },
      { start: 25_801, end: 28_700, text: '<i>hot, sunny\nday</i> today' },
      { start: 65_401, end: 67_300, text: 'here &amp; now' },
    ],
    cues: [
      [1, 5000, null, 'It is'],
      [25_801, 28_700, null, 'hot, sunny\nday today'],
      [65_401, 67_300, null, 'here & now'],
    ],
  },
  'web annotations': {
    shape: 'web-annotations',
    data: {
      type: 'Manifest',
      items: [
        {
          type: 'Canvas',
          annotations: [
            {
              type: 'AnnotationPage',
              items: [
                {
                  type: 'Annotation',
                  motivation: 'supplementing',
                  body: { type: 'TextualBody', value: 'Just before lunch', format: 'text/plain' },
                  target: 'https://x/canvas/1#t=22.2,26.6',
                },
                { body: { value: 'It was <b>fun</b>' }, target: { source: 'x', selector: { value: 't=31.6,34.5' } } },
              ],
            },
          ],
        },
      ],
    },
    cues: [
      [22_200, 26_600, null, 'Just before lunch'],
      [31_600, 34_500, null, 'It was fun'],
    ],
  },
  'Google, words in the last result only': {
    shape: 'google',
    data: {
      results: [
        { alternatives: [{ transcript: 'hello there how are you' }] },
        {
          alternatives: [
            {
              transcript: 'hello there how are you',
              words: [
                { startTime: '0.500s', endTime: '0.900s', word: 'Hello', speakerTag: 1 },
                { startTime: '0.900s', endTime: '1.400s', word: 'there', speakerTag: 1 },
                { startTime: '2s', endTime: '2.300s', word: 'How', speakerTag: 2 },
                { startTime: '2.300s', endTime: '2.500s', word: 'are', speakerTag: 2 },
                { startTime: '2.500s', endTime: '2.700s', word: 'you', speakerTag: 2 },
              ],
            },
          ],
        },
      ],
    },
    cues: [
      [500, 1400, 'Speaker 1', 'Hello there'],
      [2000, 2700, 'Speaker 2', 'How are you'],
    ],
  },
  triples: {
    shape: 'json-cues',
    data: [
      [' The', 0.5, 0.7],
      [' end.', 0.7, 1],
      [' Really', 1.1, 1.5],
    ],
    cues: [
      [500, 1000, null, 'The end.'],
      [1100, 1500, null, 'Really'],
    ],
  },
};
