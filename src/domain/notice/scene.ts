const dashed = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/

/** A notice's id as a mini-program code carries it: 32 characters at most, so that the dashes stay away. */
export const sceneOfNotice = (noticeId: string): string =>
  dashed.test(noticeId.replaceAll('-', '')) ? noticeId.replaceAll('-', '') : noticeId

/** The id again. */
export const noticeOfScene = (scene: string): string => scene.replace(dashed, '$1-$2-$3-$4-$5')
