import { describe, expect, it } from 'vitest';
import { takeToken } from './take-token.ts';

const github = { kind: 'github', api: 'https://api.github.com' } as const;
const gitea = { kind: 'gitea', api: 'https://git.acme.example/api/v1' } as const;
const job = { GITHUB_ACTIONS: 'true', GITHUB_API_URL: 'https://api.github.com', INPUT_TOKEN: 'of-the-job', GITHUB_TOKEN: 'of-the-job' }; // prettier-ignore

describe('the token for a forge', () => {
  it('is taken out of the environment, with all others', () => {
    const environment: Record<string, string> = { ...job, GITEA_TOKEN: 'x', GH_TOKEN: 'y', PATH: '/bin' };
    expect(takeToken(github, environment)).toBe('of-the-job');
    expect(environment).toEqual({ GITHUB_ACTIONS: 'true', GITHUB_API_URL: 'https://api.github.com', PATH: '/bin' });
  });

  it("of a job goes to that job's forge only", () => {
    expect(takeToken(gitea, { ...job })).toBeNull();
    expect(takeToken({ ...github, api: 'https://ghe.acme.example/api/v3' }, { ...job })).toBeNull();
    expect(takeToken(gitea, { ...job, GITEA_TOKEN: 'named' })).toBe('named');
    expect(takeToken(gitea, { GITHUB_ACTIONS: 'true', GITHUB_API_URL: gitea.api, GITHUB_TOKEN: 'own' })).toBe('own');
  });

  it('is by our own name before all others', () => {
    expect(takeToken(github, { ...job, MERGECAST_FORGE_TOKEN: 'of-a-bot' })).toBe('of-a-bot');
    expect(takeToken(github, { MERGECAST_FORGE_TOKEN: ' ', GITHUB_TOKEN: "a-person's\n" })).toBe("a-person's");
    expect(takeToken(github, {})).toBeNull();
  });
});
