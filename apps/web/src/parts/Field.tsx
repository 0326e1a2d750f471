import { useId } from 'react';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password' | 'datetime-local';
  readonly autoComplete: string;
  readonly hint?: string;
  readonly initial?: string;
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Of a time: seconds between what can be chosen. */
  readonly step?: number;
  /** Of a time: the earliest. */
  readonly min?: string;
}

/** One line to fill in, with its name and a hint. */
export function Field({ name, label, type, autoComplete, hint, initial, required = true, minLength, maxLength, step, min }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        required={required}
        defaultValue={initial}
        {...(minLength === undefined ? {} : { minLength })}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(step === undefined ? {} : { step })}
        {...(min === undefined ? {} : { min })}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        // What is required is more than a blank.
        {...(type === 'text' && required ? { pattern: '.*\\S.*' } : {})}
        {...(type === 'text' && name === 'token' ? { spellCheck: false } : {})}
      />
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
