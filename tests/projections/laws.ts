import type { RecordedEvent } from '@letopis/core';
import type { Projection } from '@letopis/projections';
import { deepFreeze, findNonJson } from '@letopis/core';
import { Immer } from 'immer';
