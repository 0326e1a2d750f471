import { useId } from 'react';

interface TextAreaProps {
  readonly name: string;
  readonly label: string;
  readonly initial?: string;
  readonly maxLength?: number;
}

/** Several lines to fill in, with their name; may stay empty. */
export function TextArea({ name, label, initial, maxLength }: TextAreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name={name} rows={3} defaultValue={initial} {...(maxLength === undefined ? {} : { maxLength })} />
    </div>
  );
}
