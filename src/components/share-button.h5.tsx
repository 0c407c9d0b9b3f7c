import { useState } from 'react'
import { shareLink } from '../platform/share-link'
import { common } from '../text'
import { Button } from './button'

interface ShareButtonProps {
  readonly text: string
  readonly label?: string
  readonly id?: string
  readonly kind?: 'main' | 'plain'
  readonly path: string
  readonly title: string
  /** It was handed on, or lies in the clipboard now. */
  readonly onShared?: () => void
}

/** In a browser the page's address is shared, or copied where the browser cannot share. */
export function ShareButton({ text, label, id = 'share', kind = 'plain', path, title, onShared }: ShareButtonProps) {
  const [copied, setCopied] = useState(false)
  const share = async () => {
    const result = await shareLink(path, title)
    setCopied(result === 'copied')
    if (result !== 'failed') onShared?.()
  }
  return (
    <Button
      id={id}
      {...(label === undefined ? {} : { label })}
      text={copied ? common.copied : text}
      icon="share"
      kind={kind}
      onTap={() => void share()}
    />
  )
}
