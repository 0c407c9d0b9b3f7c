import type { FunctionSpec } from '../../cloud/deployment'
import type { RunningCall } from '../calls'
import { CloudError } from '../errors'
import { readArguments, writeAnswer, writeSystemError, type Arguments, type OpenApiAnswer } from './envelope'
import { OpenApiRefusal } from './refusal'

export type OpenApi = (given: Arguments) => OpenApiAnswer | Promise<OpenApiAnswer>

/** The SDK's numbers: "function has no permission to call this API", and "illegal source of invocation". */
const undeclared = -604101
const outsideFunction = -604104

/** What `cloud.openapi` of the SDK reaches: only from a function, and only what its `config.json` declares. */
export class OpenApis {
  constructor(
    private readonly apis: Readonly<Record<string, OpenApi>>,
    private readonly functions: Readonly<Record<string, FunctionSpec>>,
  ) {}

  /** Answers a form of the SDK, `call` being the call it came from. A refusal is an answer too. */
  async answer(form: ReadonlyMap<string, Buffer>, call: RunningCall | undefined): Promise<Buffer> {
    const action = form.get('action')?.toString()
    const name = form.get('apiName')?.toString()
    const data = form.get('requestData')
    if (action !== 'wx.openApi' || name === undefined || !data) {
      throw new CloudError('INVALID_PARAM', `the local cloud knows no form ${action ?? ''}`)
    }
    // An SDK that runs elsewhere has no function whose declaration could allow it anything.
    if (!call) return writeSystemError(outsideFunction)
    if (!this.functions[call.function]?.openapi.includes(name)) return writeSystemError(undeclared)
    return writeAnswer(await this.run(name, data))
  }

  private async run(name: string, data: Buffer): Promise<OpenApiAnswer> {
    const api = Object.hasOwn(this.apis, name) ? this.apis[name] : undefined
    if (!api) return { errcode: -604103, errmsg: `${name} is not supported by the local cloud yet` }
    try {
      return await api(readArguments(data))
    } catch (error) {
      if (!(error instanceof OpenApiRefusal)) throw error
      return { errcode: error.errcode, errmsg: error.message }
    }
  }
}

/** The answer to a call that went well. */
export function fine(result: Readonly<Record<string, unknown>> = {}): OpenApiAnswer {
  return { errcode: 0, errmsg: 'ok', ...result }
}
