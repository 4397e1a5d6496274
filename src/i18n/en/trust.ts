/** The page that tells a new device how to trust the store's own certificate. Its links are put in by the page. */
export const trust = {
  title: 'Let this device trust {{store}}',
  intro:
    'The till speaks to the restaurant’s own server in private. That server has a certificate that this device does not know yet. These steps are needed once; after that the till opens like any other page.',
  download: 'Download the certificate',
  thenOpen: 'Open the till',
  openHint: 'Does the browser still warn? Then the steps are not finished: come back to this page.',
  fingerprint: 'Is it really ours?',
  fingerprintText:
    'Compare with what the server’s terminal shows. If it differs, stop and tell whoever looks after the server:',
  limits:
    'The certificate vouches for this restaurant’s server and for local names, never for a site on the internet.',
  platforms: {
    ios: {
      name: 'iPhone and iPad',
      steps: [
        'In Safari, tap “Download the certificate”, then “Allow”.',
        'Open Settings. Tap “Profile Downloaded” near the top, then “Install”.',
        'Still in Settings: General → About → Certificate Trust Settings. Switch on the restaurant’s certificate.',
        'Come back here and tap “Open the till”. Share → Add to Home Screen makes it an app.',
      ],
    },
    android: {
      name: 'Android',
      steps: [
        'Tap “Download the certificate”.',
        'Open Settings and search for “CA certificate”. It is under Security → Encryption & credentials → Install a certificate.',
        'Choose “CA certificate”, “Install anyway”, and the file you downloaded.',
        'Come back here and tap “Open the till”. The browser’s menu can add it to the home screen.',
      ],
    },
    windows: {
      name: 'Windows',
      steps: [
        'Click “Download the certificate” and open the file.',
        'Choose “Install Certificate…”, then “Local Machine”.',
        'Choose “Place all certificates in the following store” and pick “Trusted Root Certification Authorities”.',
        'Close the browser fully, come back here and click “Open the till”.',
      ],
    },
    mac: {
      name: 'Mac',
      steps: [
        'Click “Download the certificate” and open the file: Keychain Access adds it to “login”.',
        'Find it there by the restaurant’s name and open it. Under “Trust”, choose “Always Trust”.',
        'Come back here and click “Open the till”.',
      ],
    },
    linux: {
      name: 'Chromebook and Linux',
      steps: [
        'Click “Download the certificate”.',
        'In Chrome open chrome://certificate-manager, then Custom → Installed by you → Import, and choose the file.',
        'Come back here and click “Open the till”.',
      ],
    },
    firefox: {
      name: 'Firefox, on any computer',
      steps: [
        'Click “Download the certificate”. Firefox asks at once: tick “Trust this CA to identify websites”.',
        'If it does not ask: Settings → Privacy & Security → View Certificates → Authorities → Import.',
        'Click “Open the till”.',
      ],
    },
  },
} as const
