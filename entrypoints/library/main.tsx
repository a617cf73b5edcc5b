import '@/components/library/tokens.css';
