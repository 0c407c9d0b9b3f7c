/** Taro's loader reads this; tests are transformed by swc (see jest.config). */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // The mini program's engines (see browserslist) have what we use; a phone's browser may lack a little.
        useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false,
      },
    ],
  ],
}
