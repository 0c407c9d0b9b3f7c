/** Packages that WeChat fetches only where somebody holds a role here: residents never carry them (decision 0034). */
export const keepersPackages: readonly string[] = [
  ...['pages/desk', 'pages/pair', 'pages/work', 'pages/directory', 'pages/notices'],
]

/** KB as WeChat counts them: every file as it lies there. */
export const mostKilobytes = {
  main: 600,
  /** The main package and all that a resident can ever open. */
  residents: 900,
  /** All of them: 1,024 until the directory came, 1,280 until notices did (decision 0036). */
  all: 1400,
} as const
