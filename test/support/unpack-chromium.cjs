/**
 * Run as a process of its own by chromium.ts: the package takes its folder from TMPDIR and decides by the environment
 * whether to unpack the libraries too, both read when it is loaded.
 */
const chromium = require('@sparticuz/chromium')

chromium.executablePath().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(String(error))
    process.exit(1)
  },
)
