import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';

interface Case {
  readonly shape: string;
  readonly data: unknown;
  /** Start, end, speaker, text. */
  readonly cues: readonly (readonly [number | null, number | null, string | null, string])[];
  readonly words?: readonly (readonly [string, number | null, number?])[];
  readonly language?: string;
  readonly timing?: string;
}

const CASES: Readonly<Record<string, Case>> = {
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
  'Amazon, words alone': {
    shape: 'aws',
    data: {
      jobName: 'x',
      results: {
        transcripts: [{ transcript: 'Hi, you. Bye.' }],
        items: [
          {
            start_time: '0.5',
            end_time: '0.7',
            alternatives: [{ confidence: '0.99', content: 'Hi' }],
            type: 'pronunciation',
          },
          { alternatives: [{ confidence: '0.0', content: ',' }], type: 'punctuation' },
          {
            start_time: '0.8',
            end_time: '1.0',
            alternatives: [{ confidence: '1.0', content: 'you' }],
            type: 'pronunciation',
          },
          { alternatives: [{ content: '.' }], type: 'punctuation' },
          {
            start_time: '1.1',
            end_time: '1.4',
            alternatives: [{ confidence: '1.0', content: 'Bye' }],
            type: 'pronunciation',
          },
          { alternatives: [{ content: '.' }], type: 'punctuation' },
        ],
      },
      status: 'COMPLETED',
    },
    cues: [
      [500, 1000, null, 'Hi, you.'],
      [1100, 1400, null, 'Bye.'],
    ],
    words: [
      ['Hi,', 500, 99],
      [' you.', 800, 100],
      ['Bye.', 1100, 100],
    ],
  },
  'Amazon, speaker labels': {
    shape: 'aws',
    data: {
      results: {
        transcripts: [{ transcript: 'Hi. Oh.' }],
        speaker_labels: {
          speakers: 2,
          segments: [
            {
              start_time: '0.5',
              speaker_label: 'spk_0',
              end_time: '0.9',
              items: [{ start_time: '0.5', speaker_label: 'spk_0', end_time: '0.7' }],
            },
            {
              start_time: '1.0',
              speaker_label: 'spk_1',
              end_time: '1.6',
              items: [{ start_time: '1.1', speaker_label: 'spk_1', end_time: '1.5' }],
            },
          ],
        },
        items: [
          {
            start_time: '0.5',
            end_time: '0.7',
            alternatives: [{ confidence: '0.99', content: 'Hi' }],
            type: 'pronunciation',
          },
          { alternatives: [{ content: '.' }], type: 'punctuation' },
          {
            start_time: '1.1',
            end_time: '1.5',
            alternatives: [{ confidence: '0.9', content: 'Oh' }],
            type: 'pronunciation',
          },
          { alternatives: [{ content: '.' }], type: 'punctuation' },
        ],
      },
    },
    cues: [
      [500, 900, 'spk_0', 'Hi.'],
      [1000, 1600, 'spk_1', 'Oh.'],
    ],
  },
  'Amazon, audio segments': {
    shape: 'aws',
    data: {
      results: {
        language_code: 'en-US',
        transcripts: [],
        items: [
          {
            id: 0,
            type: 'pronunciation',
            alternatives: [{ confidence: '0.9', content: 'Hi' }],
            start_time: '0.5',
            end_time: '0.7',
          },
          { id: 1, type: 'punctuation', alternatives: [{ confidence: '0.0', content: '.' }] },
        ],
        audio_segments: [
          { id: 0, transcript: 'Hi.', start_time: '0.4', end_time: '0.9', speaker_label: 'spk_0', items: [0, 1] },
        ],
      },
    },
    cues: [[400, 900, 'spk_0', 'Hi.']],
    words: [['Hi.', 500, 90]],
    language: 'en-US',
  },
  'Google, strings': {
    shape: 'google',
    data: {
      results: [
        {
          alternatives: [
            {
              transcript: 'hello there',
              confidence: 0.9,
              words: [
                { startTime: '1.500s', endTime: '1.900s', word: 'hello' },
                { startTime: '1.900s', endTime: '2.400s', word: 'there' },
              ],
            },
          ],
          languageCode: 'en-us',
          resultEndTime: '2.5s',
        },
        { alternatives: [{ transcript: ' bye', words: [{ startTime: '3s', endTime: '3.2s', word: 'bye' }] }] },
      ],
    },
    cues: [
      [1500, 2400, null, 'hello there'],
      [3000, 3200, null, 'bye'],
    ],
    words: [
      ['hello', 1500],
      [' there', 1900],
      ['bye', 3000],
    ],
    language: 'en-US',
  },
  'Google, seconds and nanos, first word at 0': {
    shape: 'google',
    data: {
      response: {
        results: [
          {
            alternatives: [
              {
                transcript: 'hello there',
                words: [
                  { endTime: { seconds: '1' }, word: 'hello' },
                  { startTime: { seconds: '1', nanos: 500000000 }, endTime: { seconds: 2 }, word: 'there' },
                ],
              },
            ],
          },
        ],
      },
    },
    cues: [[0, 2000, null, 'hello there']],
    words: [
      ['hello', 0],
      [' there', 1500],
    ],
  },
  'Google, speakers in the last result': {
    shape: 'google',
    data: {
      results: [
        {
          alternatives: [
            {
              transcript: 'hi oh',
              words: [
                { startTime: '1s', endTime: '1.2s', word: 'hi' },
                { startTime: '2s', endTime: '2.2s', word: 'oh' },
              ],
            },
          ],
        },
        {
          alternatives: [
            {
              words: [
                { startTime: '1s', endTime: '1.2s', word: 'hi', speakerTag: 1 },
                { startTime: '2s', endTime: '2.2s', word: 'oh', speakerTag: 2 },
              ],
            },
          ],
        },
      ],
    },
    cues: [
      [1000, 1200, 'Speaker 1', 'hi'],
      [2000, 2200, 'Speaker 2', 'oh'],
    ],
  },
  'Azure, batch': {
    shape: 'azure',
    data: {
      source: 'x',
      combinedRecognizedPhrases: [],
      recognizedPhrases: [
        {
          recognitionStatus: 'Success',
          channel: 0,
          speaker: 2,
          offset: 'PT1M2.5S',
          duration: 'PT1S',
          offsetInTicks: 625000000,
          durationInTicks: 10000000,
          nBest: [
            {
              confidence: 0.9,
              lexical: 'hello there',
              display: 'Hello there.',
              words: [
                { word: 'hello', offsetInTicks: 625000000, durationInTicks: 4000000, confidence: 0.8 },
                { word: 'there', offsetInTicks: 630000000, durationInTicks: 5000000, confidence: 0.7 },
              ],
            },
          ],
        },
      ],
    },
    cues: [[62_500, 63_500, 'Speaker 2', 'Hello there.']],
    words: [
      ['Hello', 62_500, 80],
      [' there.', 63_000, 70],
    ],
  },
  'Azure, fast': {
    shape: 'azure',
    data: {
      durationMilliseconds: 9000,
      combinedPhrases: [{ text: 'Hello there.' }],
      phrases: [
        {
          speaker: 1,
          offsetMilliseconds: 500,
          durationMilliseconds: 1000,
          text: 'Hello there.',
          locale: 'en-GB',
          confidence: 0.9,
          words: [
            { text: 'Hello', offsetMilliseconds: 500, durationMilliseconds: 300 },
            { text: 'there.', offsetMilliseconds: 900, durationMilliseconds: 600 },
          ],
        },
      ],
    },
    cues: [[500, 1500, 'Speaker 1', 'Hello there.']],
    words: [
      ['Hello', 500],
      [' there.', 900],
    ],
    language: 'en-GB',
  },
  'Azure Video Indexer': {
    shape: 'azure',
    data: {
      videos: [
        {
          insights: {
            language: 'en-US',
            transcript: [
              {
                id: 1,
                text: 'Hello there.',
                confidence: 0.9,
                speakerId: 1,
                instances: [{ start: '0:00:02.44', end: '0:00:04' }],
              },
            ],
            speakers: [{ id: 1, name: 'Anna' }],
          },
        },
      ],
    },
    cues: [[2440, 4000, 'Anna', 'Hello there.']],
    language: 'en-US',
  },
  Teams: {
    shape: 'teams',
    data: {
      version: '1.0.0',
      entries: [
        {
          id: 'a/1',
          text: 'Hello there.',
          confidence: 0.9,
          speakerDisplayName: 'Anna Smith',
          startOffset: '00:00:03.2860000',
          endOffset: '00:00:04.5000000',
          spokenLanguageTag: 'en-us',
        },
      ],
    },
    cues: [[3286, 4500, 'Anna Smith', 'Hello there.']],
    language: 'en-US',
  },
  'Deepgram, utterances': {
    shape: 'deepgram',
    data: {
      metadata: {},
      results: {
        channels: [{ alternatives: [{ transcript: 'Hi. Oh.', words: [] }], detected_language: 'en' }],
        utterances: [
          {
            start: 0.5,
            end: 0.9,
            transcript: 'Hi.',
            speaker: 0,
            words: [{ word: 'hi', punctuated_word: 'Hi.', start: 0.5, end: 0.9, confidence: 0.9, speaker: 0 }],
          },
          {
            start: 1,
            end: 1.5,
            transcript: 'Oh.',
            speaker: 1,
            words: [{ word: 'oh', punctuated_word: 'Oh.', start: 1, end: 1.5, confidence: 0.8 }],
          },
        ],
      },
    },
    cues: [
      [500, 900, 'Speaker 0', 'Hi.'],
      [1000, 1500, 'Speaker 1', 'Oh.'],
    ],
    words: [
      ['Hi.', 500, 90],
      ['Oh.', 1000, 80],
    ],
    language: 'en',
  },
  'Deepgram, paragraphs': {
    shape: 'deepgram',
    data: {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'Hi. Oh.',
                words: [
                  { word: 'hi', punctuated_word: 'Hi.', start: 0.5, end: 0.9 },
                  { word: 'oh', punctuated_word: 'Oh.', start: 1, end: 1.5 },
                ],
                paragraphs: {
                  paragraphs: [
                    {
                      speaker: 0,
                      start: 0.5,
                      end: 1.5,
                      sentences: [
                        { text: 'Hi.', start: 0.5, end: 0.9 },
                        { text: 'Oh.', start: 1, end: 1.5 },
                      ],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    },
    cues: [
      [500, 900, 'Speaker 0', 'Hi.'],
      [1000, 1500, 'Speaker 0', 'Oh.'],
    ],
  },
  'AssemblyAI, utterances': {
    shape: 'assemblyai',
    data: {
      id: 'x',
      language_code: 'en_us',
      audio_duration: 4,
      text: 'Hi. Oh.',
      words: [{ text: 'Hi.', start: 500, end: 900, confidence: 0.9, speaker: 'A' }],
      utterances: [
        {
          speaker: 'A',
          text: 'Hi.',
          start: 500,
          end: 900,
          confidence: 0.9,
          words: [{ text: 'Hi.', start: 500, end: 900, confidence: 0.9, speaker: 'A' }],
        },
        { speaker: 'B', text: 'Oh.', start: 1000, end: 1500, words: [] },
      ],
    },
    cues: [
      [500, 900, 'A', 'Hi.'],
      [1000, 1500, 'B', 'Oh.'],
    ],
    language: 'en-US',
  },
  'IBM Watson, speakers': {
    shape: 'ibm',
    data: {
      results: [
        {
          final: true,
          alternatives: [
            {
              transcript: 'hi you %HESITATION ',
              confidence: 0.9,
              timestamps: [
                ['hi', 0.5, 0.9],
                ['you', 1, 1.2],
                ['%HESITATION', 1.3, 1.5],
              ],
              word_confidence: [
                ['hi', 0.8],
                ['you', 0.7],
                ['%HESITATION', 0.2],
              ],
            },
          ],
        },
      ],
      result_index: 0,
      speaker_labels: [
        { from: 0.5, to: 0.9, speaker: 0, confidence: 0.5, final: false },
        { from: 1, to: 1.2, speaker: 1 },
        { from: 1.3, to: 1.5, speaker: 1 },
      ],
    },
    cues: [
      [500, 900, 'Speaker 0', 'hi'],
      [1000, 1500, 'Speaker 1', 'you uh'],
    ],
    words: [
      ['hi', 500, 80],
      ['you', 1000, 70],
      [' uh', 1300, 20],
    ],
  },
  'Speechmatics, version 2': {
    shape: 'speechmatics',
    data: {
      format: '2.9',
      metadata: { transcription_config: { language: 'de' } },
      results: [
        {
          type: 'word',
          start_time: 0.5,
          end_time: 0.9,
          alternatives: [{ content: 'Hallo', confidence: 0.9, speaker: 'S1' }],
        },
        {
          type: 'punctuation',
          start_time: 0.9,
          end_time: 0.9,
          attaches_to: 'previous',
          is_eos: true,
          alternatives: [{ content: '.', confidence: 1, speaker: 'S1' }],
        },
        {
          type: 'word',
          start_time: 1,
          end_time: 1.2,
          alternatives: [{ content: 'Ja', confidence: 0.9, speaker: 'S2' }],
        },
      ],
    },
    cues: [
      [500, 900, 'S1', 'Hallo.'],
      [1000, 1200, 'S2', 'Ja'],
    ],
    language: 'de',
  },
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

describe('recognisers and data of any maker', () => {
  it.each(Object.entries(CASES))('reads %s', (_, { shape, data, cues, words, language, timing }) => {
    const isRows = Array.isArray(data) && typeof data[0] === 'string';
    const reading = parseAny(isRows ? data.join('\n') : JSON.stringify(data));
    expect(reading.ok ? reading.shape : reading.error).toBe(shape);
    if (!reading.ok) return;
    expect(reading.parsed.cues.map(({ start, end, speaker, text }) => [start, end, speaker ?? null, text])).toEqual(
      cues,
    );
    for (const cue of reading.parsed.cues)
      if (cue.words) expect(cue.words.map((word) => word.text).join('')).toBe(cue.text);
    if (words) {
      const found = reading.parsed.cues.flatMap((cue) => cue.words ?? []);
      expect(
        found.map(({ text, start, confidence }) =>
          confidence === undefined ? [text, start] : [text, start, confidence],
        ),
      ).toEqual(words);
    }
    if (language) expect(reading.parsed.language).toBe(language);
    if (timing) expect(reading.parsed.timing).toBe(timing);
  });

  it('reads a file in order without a word as one without words', () => {
    const reading = parseAny('{"text": "", "segments": [], "language": "fr"}');
    expect(
      reading.ok && [reading.shape, reading.parsed.cues, reading.parsed.problems.map((problem) => problem.code)],
    ).toEqual(['whisper', [], ['no-words']]);
  });

  it('reads chapters as chapters', () => {
    const reading = parseAny(
      '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"}, {"startTime": 168.5, "title": "Hearing"}, {"startTime": 170, "title": "Picture", "toc": false}]}',
    );
    expect(reading.ok && [reading.shape, reading.parsed.cues.length, reading.parsed.chapters]).toEqual([
      'podcast-chapters',
      0,
      [
        { start: 0, title: 'Intro' },
        { start: 168_500, title: 'Hearing' },
      ],
    ]);
  });

  it('keeps words whose times are no times, and says so', () => {
    const segments = [
      { start: Number.NaN, end: 1, text: 'nan' },
      { start: 1e308, end: 2, text: 'huge' },
      { start: -1, end: 2, text: 'before' },
      { start: 5, end: 4, text: 'reversed' },
      { start: 3, end: 4, text: 'back' },
    ];
    const reading = parseAny(JSON.stringify({ language: 'en', text: '', segments }));
    expect(reading.ok && reading.parsed.cues.map(({ start, end, text }) => [start, end, text])).toEqual([
      [null, null, 'nan'],
      [null, null, 'huge'],
      [null, null, 'before'],
      [5000, null, 'reversed'],
      [3000, 4000, 'back'],
    ]);
    expect(reading.ok && reading.parsed.problems.map((problem) => problem.code)).toEqual([
      'cue-without-time',
      'cue-without-time',
      'cue-without-time',
      'end-before-start',
      'time-backwards',
    ]);
  });
});

describe('podcast and hyperaudio HTML, web pages, tables', () => {
  it('reads cite, time and p', () => {
    const reading = parseAny(
      '<cite>Alban:</cite>\n<time>0:00</time>\n<p>It is &amp; was.</p>\n<p>More.</p>\n<cite>Kevin:</cite>\n<time>1:02:03</time>\n<p>That <b>is</b>\ntrue.</p>',
    );
    expect(reading.ok && [reading.shape, reading.parsed.cues]).toEqual([
      'podcast-html',
      [
        { start: 0, end: null, speaker: 'Alban', text: 'It is & was.\nMore.' },
        { start: 3_723_000, end: null, speaker: 'Kevin', text: 'That is\ntrue.' },
      ],
    ]);
  });

  it('reads spans with data-m and data-d', () => {
    const reading = parseAny(
      '<article><section><p><span class="speaker" data-m="100" data-d="0">Hanan: </span><span data-m="100" data-d="270">I\'m </span><span data-m="390" data-d="410">so</span><span data-m="800" data-d="10">.</span></p><p><span data-m="900" data-d="100">More </span></p></section></article>',
    );
    expect(reading.ok && reading.shape).toBe('hyperaudio');
    expect(
      reading.ok && reading.parsed.cues.map(({ start, end, speaker, text }) => [start, end, speaker, text]),
    ).toEqual([
      [100, 810, 'Hanan', "I'm so."],
      [900, 1000, 'Hanan', 'More'],
    ]);
  });

  it('reads the text of any other page as people’s text', () => {
    const reading = parseAny(
      '<!doctype html><html><head><title>x</title><style>p{}</style></head><body><script>var a = "<p>";</script><h1>T</h1><p><strong>Anna:</strong> Hello.</p><p>Bob: Hi.</p><p>Anna: So.</p><p>Bob: Yes.</p></body></html>',
    );
    expect(reading.ok && reading.parsed.cues.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Anna', 'Hello.'],
      ['Bob', 'Hi.'],
      ['Anna', 'So.'],
      ['Bob', 'Yes.'],
    ]);
  });

  it.each([
    ['TSV in milliseconds', 'start\tend\ttext\n380\t2760\tone two\n61000\t62000\tthree four\n'],
    ['TSV in seconds', 'start\tend\ttext\n0.38\t2.76\tone two\n61\t62\tthree four'],
    ['CSV with quotes', 'Start,End,Text\r\n00:00:00.380,00:00:02.760,"one two"\r\n00:01:01,00:01:02,three four\r\n'],
    ['rows without a header', '"one two",0.38,2.76\nthree four,61.0,62.0\n'],
    [
      'a table of Markdown',
      '| Start | End | Text |\n|---|---|---|\n| 0.38 | 2.76 | one two |\n| 61 | 62 | three four |',
    ],
    ['a label track', '0.380000\t2.760000\tone two\n61.000000\t62.000000\tthree four\n'],
  ])('reads %s', (_, text) => {
    const reading = parseAny(text);
    expect(
      reading.ok && [reading.shape, reading.parsed.cues.map(({ start, end, text: words }) => [start, end, words])],
    ).toEqual([
      'table',
      [
        [380, 2760, 'one two'],
        [61_000, 62_000, 'three four'],
      ],
    ]);
  });

  it('reads word tables and CTM as sentences', () => {
    const table = parseAny(
      'token|speaker|ts|endTs|punctuation|case\nGood|1|0.5|0.7||UC\nday|1|0.8|1.0|.|LC\nThank|2|1.1|1.2||UC\nyou|2|1.2|1.4||LC',
    );
    expect(table.ok && table.parsed.cues.map(({ start, speaker, text }) => [start, speaker, text])).toEqual([
      [500, 'Speaker 1', 'Good day.'],
      [1100, 'Speaker 2', 'Thank you'],
    ]);
    const ctm = parseAny('438 A 4.17 0.21 good 1.00\n438 A 4.38 0.30 day 0.95\n438 A 9.00 0.30 thanks 0.90\n');
    expect(ctm.ok && [ctm.shape, ctm.parsed.cues.map(({ start, end, text }) => [start, end, text])]).toEqual([
      'ctm',
      [
        [4170, 4680, 'good day'],
        [9000, 9300, 'thanks'],
      ],
    ]);
  });
});
