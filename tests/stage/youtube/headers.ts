/** Response headers of the watch page, as recorded in June 2026. */

const allowlist = [
  "'unsafe-eval'",
  "'self'",
  "'unsafe-inline'",
  'https://www.google.com',
  'https://apis.google.com',
  'https://ssl.gstatic.com',
  'https://www.gstatic.com',
  'https://*.youtube.com',
  'https://*.google.com',
  'https://*.gstatic.com',
  'https://youtube.com',
  'https://www.youtube.com',
  'https://google.com',
  'https://*.doubleclick.net',
  'https://*.googleapis.com',
  'https://www.googleadservices.com',
  'https://www.youtubekids.com',
];

/** The three policies: an allow-list, trusted types, and nonces. */
export function securityPolicies(nonce: string): string[] {
  return [
    `script-src ${allowlist.join(' ')};report-uri /cspreport/allowlist`,
    "require-trusted-types-for 'script'",
    `base-uri 'self';object-src 'none';script-src 'nonce-${nonce}' 'unsafe-inline' 'strict-dynamic' https: http: 'report-sample' 'unsafe-eval';report-uri /cspreport`,
  ];
}

export const otherSecurityHeaders: Record<string, string> = {
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'x-xss-protection': '0',
  'cross-origin-opener-policy': 'same-origin-allow-popups; report-to="youtube_main"',
  'strict-transport-security': 'max-age=31536000',
};

/** One cookie of each SameSite kind. */
export const cookies = [
  'PREF=f4=4000000&tz=Europe.Oslo; Domain=.youtube.com; Path=/; Secure; SameSite=Lax',
  'VISITOR_INFO1_LIVE=s7ageV1s1t0r; Domain=.youtube.com; Path=/; Secure; HttpOnly; SameSite=None',
  'YSC=sTaGe0ySc; Domain=.youtube.com; Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
  '__Secure-STAGE_STRICT=1; Domain=.youtube.com; Path=/; Secure; HttpOnly; SameSite=Strict',
];
