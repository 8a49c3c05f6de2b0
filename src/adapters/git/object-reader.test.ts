import { describe, expect, it } from 'vitest';
import { GitFixture } from '../../../test/support/git-fixture.ts';
import { ObjectReader } from './object-reader.ts';

describe('the reader of git objects', () => {
  it('starts no process any more once it was closed: nobody would end it', async () => {
    const fixture = new GitFixture();
    try {
      const id = fixture.commit('Begin', { 'README.md': 'hello\n' });
      const reader = new ObjectReader(fixture.folder);
      expect(await reader.read(`${id}:README.md`)).toMatchObject({ type: 'blob' });
      await reader.close();
      expect(await reader.read(`${id}:README.md`)).toBeNull();
    } finally {
      fixture.remove();
    }
  });
});
