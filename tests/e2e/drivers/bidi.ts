/** A WebDriver BiDi connection: commands out, answers and events in. */
import WebSocket from 'ws';

type Fields = Record<string, unknown>;

interface Waiting {
  resolve(result: Fields): void;
  reject(error: Error): void;
}

export class BidiConnection {
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, ((params: Fields) => void)[]>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => this.receive(String(data)));
    socket.on('close', () => {
      for (const entry of this.waiting.values()) entry.reject(new Error('The browser closed the connection.'));
      this.waiting.clear();
    });
    socket.on('error', () => {});
  }

  static open(url: string): Promise<BidiConnection> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url, { maxPayload: 256 * 1024 * 1024 });
      socket.once('open', () => resolve(new BidiConnection(socket)));
      socket.once('error', reject);
    });
  }

  /** Rejects with the browser's own error text. */
  send(method: string, params: Fields, timeoutMs = 60_000): Promise<Fields> {
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new Error(`${method} had no answer within ${timeoutMs} ms.`));
      }, timeoutMs);
      const settle = (act: () => void) => {
        clearTimeout(timer);
        act();
      };
      this.waiting.set(id, {
        resolve: (result) => settle(() => resolve(result)),
        reject: (error) => settle(() => reject(error)),
      });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  on(event: string, listener: (params: Fields) => void): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  close(): void {
    this.socket.close();
  }

  private receive(text: string): void {
    const message = JSON.parse(text) as {
      id?: number;
      method?: string;
      params?: Fields;
      result?: Fields;
      error?: string;
      message?: string;
    };
    if (message.id === undefined) {
      for (const listener of this.listeners.get(message.method ?? '') ?? []) listener(message.params ?? {});
      return;
    }
    const entry = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) entry?.reject(new Error(`${message.error}: ${message.message ?? ''}`));
    else entry?.resolve(message.result ?? {});
  }
}
