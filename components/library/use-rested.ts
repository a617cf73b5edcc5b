import { useEffect, useState } from 'preact/hooks';

/** Longer than between two keys. */
const REST = 500;

/** True once the value has not changed for a while: who is still typing is not told that it is wrong. */
export function useRested(value: string): boolean {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested === value;
}
