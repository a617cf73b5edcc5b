/** One well-made text for each shape of people's text, of recognisers and of data, to be damaged. */
const TURNS = [
  ['Anna Smith', '00:00:03', 'Hello there everybody.'],
  ['Bob Jones', '00:00:09', 'Good morning to you (laughs).'],
  ['Anna Smith', '00:01:02', 'And so on: one, two, three.'],
  ['Bob Jones', '01:02:03', 'Yes. [Music] No.'],
] as const;

function turns(write: (name: string, time: string, words: string) => string): string {
  return TURNS.map(([name, time, words]) => write(name, time, words)).join('\n\n');
}

export const PEOPLE_SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'speaker-turns': [
    turns((name, time, words) => `${name}:          ${time}       ${words}`),
    turns((name, time, words) => `[${time}] ${name}: ${words}`),
  ],
  'name-blocks': [
    turns((name, time, words) => `${name} (${time}):\n${words}`),
    turns((name, time, words) => `**${name}** [(${time})](https://youtube.com/watch?v=a&t=3) ${words}`),
    `---\ntitle: "A: b"\n---\n# T\n\n## Contents\n* 0:00 – Intro\n* 1:02 – End\n\n## Intro\n\n${turns((name, time, words) => `${name} [(${time})](x) ${words}`)}`,
  ],
  'name-headings': [
    turns((name, time, words) => `${name}  ${time.slice(3)}  \n${words}`),
    turns((name, time, words) => `[${time}.220] - ${name}\n${words}`),
  ],
  'timed-lines': [
    turns((_, time, words) => `${time} ${words}`),
    turns((_, time, words) => `[${time} --> ${time}] ${words}`),
    `## [00:00:00] Start\n\n${turns((name, time, words) => `**${name}:** ${words} [${time}]`)}`,
    '0:00 one two 0:05 three four 0:09 five six 0:12 seven',
  ],
  'youtube-panel-text': [
    'In this video\nTranscript\nSearch in video\nIntro\n0:00\nhello and welcome\n0:08\n8 seconds\nto the show\nChapter 2: What\n1:02\n1 minute, 2 seconds\nnow we begin\n1:10\nand go on\nEnglish (auto-generated)\n12:34\nOther',
    '0:088 secondshello\n1:021 minute, 2 secondsyou',
  ],
  'named-turns': [
    `${turns((name, _, words) => `**${name}:** ${words}`)}\n\n\\[04:06\\] More.`,
    turns((name, _, words) => `${name.toUpperCase()}:  ${words}`),
    'Q.  Where?\nA.  There.\n00:25:00\nQ.  When?\nA.  Then.',
  ],
  'plain-text': ['A paragraph of words.\nAnother *one* with [a link](b).\n\n[1] x\n[2] y'],
  whisper: [
    '{"text":" Hi.","language":"en","segments":[{"id":0,"start":0.5,"end":1.2,"text":" Hi there.","tokens":[1],"words":[{"word":" Hi","start":0.5,"end":0.8,"probability":0.9},{"word":" there.","start":0.8,"end":1.2,"probability":0.8}]}]}',
  ],
  'whisper-cpp': [
    '{"result":{"language":"en"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:03,200"},"offsets":{"from":0,"to":3200},"text":" Hi there.","tokens":[{"text":" Hi","offsets":{"from":0,"to":400},"p":0.9}]}]}',
  ],
  aws: [
    '{"results":{"items":[{"start_time":"0.5","end_time":"0.7","alternatives":[{"confidence":"0.99","content":"Hi"}],"type":"pronunciation"},{"alternatives":[{"content":"."}],"type":"punctuation"}],"speaker_labels":{"segments":[{"start_time":"0.5","end_time":"0.9","speaker_label":"spk_0","items":[{"start_time":"0.5","speaker_label":"spk_0"}]}]},"audio_segments":[{"transcript":"Hi.","start_time":"0.4","end_time":"0.9","items":[0,1]}]}}',
  ],
  google: [
    '{"results":[{"alternatives":[{"transcript":"hi you","words":[{"startTime":"1.500s","endTime":{"seconds":"1","nanos":900000000},"word":"hi","speakerTag":1},{"startTime":"2s","endTime":"2.4s","word":"you"}]}],"languageCode":"en-us","resultEndTime":"2.5s"}]}',
  ],
  azure: [
    '{"recognizedPhrases":[{"speaker":2,"offset":"PT1M2.5S","offsetInTicks":625000000,"durationInTicks":10000000,"nBest":[{"display":"Hi you.","words":[{"word":"hi","offsetInTicks":625000000,"durationInTicks":4000000}]}]}]}',
    '{"phrases":[{"speaker":1,"offsetMilliseconds":500,"durationMilliseconds":1000,"text":"Hi you.","words":[{"text":"Hi","offsetMilliseconds":500,"durationMilliseconds":300}]}]}',
  ],
  deepgram: [
    '{"results":{"channels":[{"alternatives":[{"transcript":"Hi.","words":[{"word":"hi","punctuated_word":"Hi.","start":0.5,"end":0.9}],"paragraphs":{"paragraphs":[{"speaker":0,"sentences":[{"text":"Hi.","start":0.5,"end":0.9}]}]}}]}],"utterances":[{"start":0.5,"end":0.9,"transcript":"Hi.","speaker":0,"words":[{"word":"hi","start":0.5,"end":0.9}]}]}}',
  ],
  assemblyai: [
    '{"id":"x","language_code":"en","audio_duration":4,"words":[{"text":"Hi.","start":500,"end":900,"confidence":0.9,"speaker":"A"}],"utterances":[{"speaker":"A","text":"Hi.","start":500,"end":900,"words":[]}]}',
  ],
  ibm: [
    '{"results":[{"alternatives":[{"transcript":"hi you ","timestamps":[["hi",0.5,0.9],["you",1,1.2]],"word_confidence":[["hi",0.8]]}]}],"speaker_labels":[{"from":0.5,"to":0.9,"speaker":0},{"from":1,"to":1.2,"speaker":1}]}',
  ],
  speechmatics: [
    '{"format":"2.9","results":[{"type":"word","start_time":0.5,"end_time":0.9,"alternatives":[{"content":"Hallo","speaker":"S1"}]},{"type":"punctuation","start_time":0.9,"end_time":0.9,"attaches_to":"previous","alternatives":[{"content":"."}]}]}',
    '{"speakers":[{"duration":"9","name":"F4","time":"0.5"}],"words":[{"duration":"0.18","confidence":"1.000","name":"There","time":"0.5"},{"duration":"0","name":".","time":"0.7"}]}',
  ],
  rev: [
    '{"speakers":[{"id":0,"name":"A"}],"monologues":[{"speaker":0,"startTime":0.5,"elements":[{"type":"text","value":"Hi","ts":0.5,"end_ts":0.9},{"type":"punct","value":", "},{"type":"text","value":"you","ts":1,"end_ts":1.2}]}]}',
  ],
  'bbc-kaldi': [
    '{"retval":{"words":[{"start":0.5,"end":0.9,"word":"hi","punct":"Hi."}],"segmentation":{"segments":[{"start":0,"duration":1,"speaker":{"@id":"S0"}}]}}}',
  ],
  'word-paragraphs': [
    '{"words":[{"start":0.5,"end":0.9,"text":"Hi."},{"start":1,"end":1.5,"text":"Oh"}],"paragraphs":[{"start":0.5,"end":0.9,"speaker":"A"},{"start":1,"end":1.9,"speaker":"B"}]}',
  ],
  teams: [
    '{"entries":[{"text":"Hi.","speakerDisplayName":"Anna","startOffset":"00:00:03.28","endOffset":"00:00:04.5"}]}',
  ],
  'podcast-json': [
    '{"version":"1.0.0","segments":[{"speaker":"A","startTime":0.5,"endTime":0.75,"body":"Hi"},{"startTime":1,"endTime":2,"body":"you"}]}',
  ],
  'podcast-chapters': ['{"version":"1.2.0","chapters":[{"startTime":0,"title":"A"},{"startTime":9,"title":"B"}]}'],
  'podcast-html': [
    '<cite>Anna:</cite><time>0:00</time><p>It is &amp; was.</p><h2>B</h2><cite>Bob:</cite><time>1:02</time><p>So <b>it</b> is.</p>',
  ],
  hyperaudio: [
    '<p><span class="speaker" data-m="100" data-d="0">A: </span><span data-m="100" data-d="270">I\'m </span><span data-m="390" data-d="410">so </span></p>',
  ],
  'html-page': [
    '<!doctype html><html><head><style>p{}</style></head><body><script>var a;</script><p><b>Anna:</b> Hi.</p><p>Bob: Oh.</p><ul><li>x</ul></body></html>',
  ],
  table: [
    'start\tend\ttext\n380\t2760\tone two\n61000\t62000\tthree',
    'Start,End,Speaker,Text\r\n00:00:01,00:00:04,Anna,"Hello, ""you"""\r\n',
    'token|speaker|ts|endTs|punctuation\nGood|1|0.5|0.7|.\nday|2|0.8|1.0|',
  ],
  ctm: ['438 A 4.17 0.21 good 1.00\n438 A 4.38 0.30 day 0.95\n'],
  textgrid: [
    'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 9\ntiers? <exists>\nsize = 2\nitem []:\n    item [1]:\n        class = "IntervalTier"\n        name = "Mara"\n        intervals: size = 2\n        intervals [1]:\n            xmin = 0\n            xmax = 2.5\n            text = "good ""morning"" all"\n        intervals [2]:\n            xmin = 2.5\n            xmax = 4\n            text = ""\n    item [2]:\n        class = "IntervalTier"\n        name = "Ben"\n        intervals: size = 1\n        intervals [1]:\n            xmin = 4\n            xmax = 9\n            text = "yes it is"\n',
  ],
  'seconds-lines': [
    '0.0 one two three\n2.5 four five\n4.25 six seven eight\n',
    '0.0 - 2.5: one two\n2.5 - 4.0: three four\n4.0 - 9s: five six\n',
  ],
  stm: ['call A mara 0.31 4.43 <o,f0,female> good morning\ncall A ben 5.0 7.2 <o,f0,male> yes\n'],
  whisperx: [
    '{"segments":[{"start":0.5,"end":1.2,"text":" Hi there.","speaker":"SPEAKER_00","words":[{"word":"Hi","start":0.5,"end":0.8,"score":0.9,"speaker":"SPEAKER_00"},{"word":"there."}]}],"word_segments":[{"word":"Hi","start":0.5,"end":0.8,"score":0.9}]}',
  ],
  'web-annotations': [
    '{"type":"AnnotationPage","items":[{"type":"Annotation","body":{"type":"TextualBody","value":"It was <b>fun</b>","language":"en"},"target":"https://x/canvas/1#t=22.2,26.6"},{"body":[{"value":"and games"}],"target":{"source":"x","selector":{"value":"t=00:31.6,34.5"}}}]}',
    '{"annotations":[{"items":[{"resource":{"chars":"one two"},"on":"x#t=npt:1,2"},{"resource":{"chars":"three"},"on":"x#t=,9"}]}]}',
  ],
  'json-cues': [
    '[{"text":"a b","start":0.24,"duration":3.84},{"text":"c d","start":2.5,"end":3}]',
    '{"segments":[{"speaker":"s","words":[{"start":4.84,"end":5.2,"text":"All"}]}]}',
    '[["a",0.5,0.7],["b",0.8,1]]',
  ],
  'readalong-json': [
    '{"format":"readalong-transcript","version":1,"id":"a","videoId":"dQw4w9WgXcQ","language":"en","timing":"word","origin":{"kind":"import","shape":"srt","importedAt":1},"speakers":[{"label":"A","name":"A"}],"chapters":[{"start":0,"title":"x"}],"turns":[[0,0]],"cues":[{"start":0,"end":900,"words":[["Hi",0,400],[" you",500,900,1,50]]}]}',
  ],
};
