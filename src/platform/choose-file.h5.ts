import type { ChosenFile } from './choose-file'

/** Lets the person choose one file of the computer. */
export function chooseFile(): Promise<ChosenFile | 'cancelled' | 'denied' | 'failed'> {
  const input = document.createElement('input')
  input.type = 'file'
  input.hidden = true
  // In the page, so that a browser without a `cancel` event keeps it alive, and a test finds it.
  document.body.append(input)
  return new Promise((done) => {
    const end = (file: File | undefined) => {
      input.remove()
      done(file ? { path: URL.createObjectURL(file), name: file.name, size: file.size } : 'cancelled')
    }
    input.addEventListener('change', () => end(input.files?.[0]))
    input.addEventListener('cancel', () => end(undefined))
    input.click()
  })
}
