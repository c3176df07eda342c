// The address of what is on the screen, onto the clipboard.
import type { App } from '../state/app';

export async function copyLink(app: App): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    app.message.value = 'Link copied.';
  } catch {
    app.message.value = 'The browser does not let the page copy; the address bar has the link.';
  }
  setTimeout(() => (app.message.value = ''), 4000);
}
