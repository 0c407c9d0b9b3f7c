import { createRequire } from 'node:module'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import development from './dev'
// Webpack names a loader by its file. Taro compiles TypeScript while it reads this configuration, and no longer afterwards.
import './packed/loader'
import './thin/loader'
import production from './prod'

/**
 * Lengths are written in CSS px and stay px on both platforms: Taro would otherwise halve them (designWidth 750)
 * and tie the size of text to the width of the screen.
 */
const pxStaysPx = { pxtransform: { enable: false, config: {} } }

/**
 * Their JSON travels packed: it is large, and asked for where somebody has opened a matter. Not so what the landing
 * needs (names, the search): it would be unpacked at each start.
 */
const packedModules = /src\/knowledge\/(rules|book|emergency)\.ts$/

/** Nobody sets HTML. Taro can be told (`enableInnerHTML`), and yet exports its parser to whoever might. */
const htmlParser = path.join(
  path.dirname(createRequire(__filename).resolve('@tarojs/runtime')),
  'dom-external/inner-html/html.js',
)

/**
 * What three packages and more have in common lies in the main one, once: Taro would copy it into each of them. Nearly every
 * visit beyond the landing needs these. A package that comes adds nothing of them.
 */
const sharedByMany =
  /\/src\/(?:pages\/consent\.tsx|text\/consent\.ts|contract\/permissions\.ts|client\/(?:use-read|use-write|use-pictures)\.ts|components\/(?:choices|sheet|text-area|text-field|facts|pictures)\.tsx)$/
const isSharedByMany = ({ resource }: { readonly resource?: string }): boolean => sharedByMany.test(resource ?? '')

export default defineConfig<'webpack5'>((merge) => {
  const h5 = process.env.TARO_ENV === 'h5'
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'jiamenkou',
    date: '2026-11-21',
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: h5 ? 'dist/h5' : 'dist/weapp',
    framework: 'react',
    plugins: h5
      ? []
      : ['aria/index.ts', 'thin/index.ts', 'lean.ts', 'join.ts'].map((file) => path.resolve(__dirname, file)),
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Off: it watches this file and app.config, and not what these and the pages' configurations import.
    cache: { enable: false },
    // A Chinese character as itself takes three bytes, escaped six.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    // What Taro says goes to our build's log, which is shown when something fails.
    logger: { quiet: true, stats: false },
    // WeChat's templates do not nest themselves, so each stands here once for every level; what lies deeper goes
    // through a component. Our pages nest fifteen levels: a test holds them to what these serve.
    baseLevel: 16,
    mini: {
      compile: { include: ['packed', 'thin'].map((folder) => path.resolve(__dirname, folder)) },
      optimizeMainPackage: { enable: true, exclude: [isSharedByMany] },
      runtime: { enableInnerHTML: false },
      webpackChain: (chain) => {
        chain.merge({
          resolve: { alias: { [htmlParser]: false } },
          // Taro takes the phone for one of ES5 where webpack writes the frame of modules.
          output: { environment: { arrowFunction: true, const: true, destructuring: true, forOf: true } },
          // A package is fetched whole: no file of an older one has to keep its names.
          optimization: { moduleIds: 'natural', mangleExports: 'size' },
        })
        chain.module
          .rule('packed')
          .pre()
          .test(packedModules)
          .use('packed')
          .loader(path.resolve(__dirname, 'packed/loader.ts'))
      },
      postcss: { ...pxStaysPx, cssModules: { enable: false } },
    },
    h5: {
      // Relative, so that the folder works from any path of a server.
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { ...pxStaysPx, autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } },
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'production' ? production : development)
})
