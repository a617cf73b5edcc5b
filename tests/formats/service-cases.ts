/** The services of Amazon, Google, Microsoft and others. */
import type { Case } from './recogniser-case';

export const SERVICE_CASES: Readonly<Record<string, Case>> = {
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
};
