import { afterEach } from 'vitest';
import { type FrontDoor, openFrontDoor } from './front-door.ts';

/** Opens front doors that close by themselves after the test. */
export function doorsOfTest() {
  const doors: FrontDoor[] = [];
  afterEach(async () => {
    for (const door of doors.splice(0)) await door.close();
  });
  return {
    async open(...args: Parameters<typeof openFrontDoor>): Promise<FrontDoor> {
      const door = await openFrontDoor(...args);
      doors.push(door);
      return door;
    },
    /** Leaves the doors as a killed process would: nobody closes them. */
    forget: (): FrontDoor[] => doors.splice(0),
  };
}
