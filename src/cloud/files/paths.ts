/** Where a phone puts the workbook of an import. */
export const workbookPath = (importId: string): string => `uploads/imports/${importId}.xlsx`
