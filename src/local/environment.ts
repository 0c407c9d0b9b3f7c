import { messageTemplates, type FunctionSpec } from '../cloud/deployment'
import { developmentKeys } from './development-keys'
import { StartError } from './errors'

/** The names of this cloud; a bundle reads them from its environment, as in the real one. */
export const environmentId = 'local-env'
export const appId = 'wxlocal'

/**
 * The variables by which the SDK takes an address for the platform's own. `TCB_CONTEXT_CNFG` was found in the SDK's
 * code and is not documented: the version is pinned, and the tests run the real SDK against it.
 */
export function sdkEnvironment(url: string, secretId: string): Record<string, string> {
  return {
    // Also keeps the SDK from asking a metadata host who it is.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  }
}

/** The variables that change with every call: who calls, from where, and the token that counts its requests. */
export function callEnvironment(call: {
  id: string
  token: string
  caller: { openid?: string; source: string }
}): Record<string, string> {
  return {
    WX_OPENID: call.caller.openid ?? '',
    WX_APPID: appId,
    WX_CLIENTIP: '127.0.0.1',
    WX_API_TOKEN: call.token,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP,WX_API_TOKEN',
    TCB_ENV: environmentId,
    TCB_SOURCE: call.caller.source,
    TCB_SEQID: call.id,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
  }
}

/** What whoever deploys may give. The message templates are known here by the ids of the manifest. */
const localSettings: Readonly<Record<string, string>> = {
  // A place-holder of RFC 2606: whoever deploys has an address of their own.
  DOOR_LINK: 'https://example.cn/d/',
  NOTICE_LINK: 'https://example.cn/n/',
  MESSAGE_TEMPLATES: JSON.stringify(Object.fromEntries(messageTemplates.map(({ key, id }) => [key, id]))),
}

/** A function's own variables: what the manifest says, and local values for what is given when it is deployed. */
export function functionEnvironment({ environment, secrets = [], settings = [] }: FunctionSpec) {
  const values = (names: readonly string[], from: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, from[name] ?? '']))
  return { ...values(settings, localSettings), ...environment, ...values(secrets, developmentKeys) }
}

/** Throws where the manifest names a secret that has no development value: its function would fail later, and oddly. */
export function checkSecrets(specs: Readonly<Record<string, FunctionSpec>>): void {
  for (const [name, { secrets = [] }] of Object.entries(specs)) {
    const without = secrets.find((secret) => !developmentKeys[secret])
    if (without === undefined) continue
    throw new StartError(
      'secret',
      `云函数 ${name} 的密钥 ${without} 在本机没有值：请加进 src/local/development-keys.ts。 | The secret ${without} of the function ${name} has no development value.`,
    )
  }
}
