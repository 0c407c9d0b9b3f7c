import { useState } from 'react'
import { shareLink } from '../platform/share-link'
import { common } from '../text'
import { Button } from './button'

/** In a browser the page's address is shared, or copied where the browser cannot share. */
export function ShareButton({
  text,
  path,
  title,
}: {
  readonly text: string
  readonly path: string
  readonly title: string
}) {
  const [copied, setCopied] = useState(false)
  const share = async () => setCopied((await shareLink(path, title)) === 'copied')
  return <Button id="share" text={copied ? common.copied : text} icon="share" kind="plain" onTap={() => void share()} />
}
