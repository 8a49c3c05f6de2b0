import type { Reader } from './run-page.ts';

const repository = [
  'mkdir acme-bikes',
  'cd acme-bikes',
  'git init --quiet',
  'git config user.name "Dana Koch"',
  'git config user.email dana@acme-bikes.example',
  'mergecast init --market DE --currency EUR',
].join('\n');

const approved = [
  repository,
  'mergecast new blog --name "Spring is here"',
  'mergecast propose',
  'mergecast approve execution/acme-bikes/spring-is-here',
].join('\n');

/** Approved by somebody else than its author, under a policy that takes that on trust: live, it waits to be run. */
const approvedLive = [
  repository,
  "sed -i.old 's/on-trust: false/on-trust: true/' mergecast.yaml && rm mergecast.yaml.old",
  'git commit --quiet --all --message "Take approvals on trust"',
  'mergecast unfreeze --genesis',
  'mergecast new blog --name "Spring is here"',
  'mergecast propose',
  'git config user.email ines@acme-bikes.example',
  'mergecast approve execution/acme-bikes/spring-is-here',
  'git config user.email dana@acme-bikes.example',
].join('\n');

/** Ines may approve, and signs; both have their names in their own git settings. */
const withInes = [
  'git config --global user.name "Dana Koch"',
  'git config --global user.email dana@acme-bikes.example',
  'mkdir -p ~/.ssh acme-bikes',
  "ssh-keygen -q -t ed25519 -N '' -C ines@acme-bikes.example -f ~/.ssh/ines",
  'git config --file ~/ines.gitconfig user.name "Ines Roth"',
  'git config --file ~/ines.gitconfig user.email ines@acme-bikes.example',
  'git config --file ~/ines.gitconfig gpg.format ssh',
  'git config --file ~/ines.gitconfig user.signingkey ~/.ssh/ines.pub',
  'cd acme-bikes',
  'mergecast init --market DE --currency EUR',
  'mkdir -p .mergecast',
  'echo "ines@acme-bikes.example $(cat ~/.ssh/ines.pub)" >> .mergecast/allowed_signers',
  'git add .mergecast',
  'git commit --quiet --message "Let Ines approve"',
].join('\n');

/** Reads `how-to/publish-to-wordpress.md`; the tests on a real WordPress give her one. */
export const wordpressReader: Reader = { before: withInes };

/** What the readers of a page have already, by page. */
export const readers: Readonly<Record<string, Reader>> = {
  'how-to/set-up-a-brand.md': {
    before: `mkdir -p ~/brands/north-bakery\necho '{ "brand_name": "North Bakery" }' > ~/brands/north-bakery/profile.json`,
  },
  'how-to/set-up-on-github.md': {
    before: [
      'git init --quiet --bare ~/marketing.git',
      'git clone --quiet ~/marketing.git marketing 2>/dev/null',
      'cd marketing',
      'git config user.name "Dana Koch"',
      'git config user.email dana@acme-bikes.example',
      'git commit --quiet --allow-empty --message "Begin"',
      'git push --quiet --set-upstream origin HEAD:main',
      'git remote set-head origin main',
    ].join('\n'),
  },
  'how-to/try-in-the-sandbox.md': { before: repository },
  'how-to/sign-approvals.md': { before: repository },
  'how-to/stop-everything.md': { before: approvedLive },
  'how-to/publish-to-wordpress.md': wordpressReader,
  'how-to/recover-from-a-crash.md': { before: approved },
  'how-to/prove-what-happened.md': {
    sandbox: true,
    before: `${approved}\nmergecast run --sandbox http://127.0.0.1:4010`,
  },
};
