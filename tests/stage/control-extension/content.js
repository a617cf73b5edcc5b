/**
 * Reads the track list of the first page load and fetches each track as it is listed. Writes what it got into
 * `html[data-control]`: for each track its key, the status and the number of events with text.
 */
async function fetchTracks() {
  const script = [...document.scripts].find((candidate) =>
    candidate.textContent.startsWith('var ytInitialPlayerResponse'),
  );
  const tracks = [...(script?.textContent.matchAll(/"baseUrl":"([^"]+)","name":.*?"vssId":"([^"]+)"/g) ?? [])];
  const found = [];
  for (const [, url, vssId] of tracks) {
    const response = await fetch(`${JSON.parse(`"${url}"`)}&fmt=json3`);
    const text = await response.text();
    found.push({ vssId, status: response.status, events: countEvents(text) });
  }
  const textTracks = document.querySelector('video')?.textTracks.length ?? 0;
  document.documentElement.dataset.control = JSON.stringify({ found, textTracks });
}

function countEvents(text) {
  try {
    return JSON.parse(text).events.filter((event) => event.segs).length;
  } catch {
    return 0;
  }
}

fetchTracks();
