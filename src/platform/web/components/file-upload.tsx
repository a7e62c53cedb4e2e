import { classList } from './class-list.ts'
import { Field, type FieldProps } from './field.tsx'

export type FileUploadProps = FieldProps & {
  multiple?: boolean | undefined
  /** What the file picker offers first, such as `.csv`; the server still checks. */
  accept?: string | undefined
}

/** Choose files to send; the form must be `multipart/form-data`. */
export function FileUpload(props: FileUploadProps) {
  return (
    <Field
      {...props}
      control={(id, describedBy) => (
        <input
          class={classList('govuk-file-upload', props.classes, props.error ? 'govuk-file-upload--error' : '')}
          id={id}
          name={props.name}
          type="file"
          accept={props.accept}
          disabled={props.disabled}
          multiple={props.multiple}
          aria-describedby={describedBy}
          {...props.attributes}
        />
      )}
    />
  )
}
