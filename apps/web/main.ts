import { bootstrapApplication } from '@angular/platform-browser';
import { config } from 'zod';
import { appConfig } from './app.config';
import { Shell } from './shell/shell';

// The content security policy forbids code made at run time; zod is told not to try.
config({ jitless: true });

await bootstrapApplication(Shell, appConfig);
