// What is at work under a name, and how much of it there is in each tenant.

import { type Key, type TenantId, tenantOf } from '../core/keys.ts';

export class UnderWay<W> {
  readonly #all = new Map<string, W>();
  readonly #countIn = new Map<TenantId, number>();

  get count(): number { return this.#all.size; }
  countIn(tenant: TenantId): number { return this.#countIn.get(tenant) ?? 0; }
  all(): readonly W[] { return [...this.#all.values()]; }
  get(name: string): W | undefined { return this.#all.get(name); }

  /** Of nothing that is under this name already. */
  begin(key: Key, name: string, work: W): void {
    this.#all.set(name, work);
    this.#countIn.set(tenantOf(key), this.countIn(tenantOf(key)) + 1);
  }

  end(key: Key, name: string): void {
    this.#all.delete(name);
    const count = this.countIn(tenantOf(key)) - 1;
    if (count > 0) this.#countIn.set(tenantOf(key), count);
    else this.#countIn.delete(tenantOf(key));
  }
}
