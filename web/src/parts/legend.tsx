// What colours and lines mean, the same above the network and above the map.
import { TieMark } from './names';

export function Legend({ between = false }: { between?: boolean }) {
  return (
    <ul class="legend" aria-label="Legend">
      <li class="swatch camp-1">Camp 1</li>
      <li class="swatch camp-2">Camp 2</li>
      <li class="swatch camp-0">Neither</li>
      {between && <li class="swatch ring">Between the camps</li>}
      <li class="gap" />
      {['friends', 'enemies', 'mixed', 'unclear'].map((relation) => (
        <li key={relation}>
          <TieMark relation={relation} /> {relation}
        </li>
      ))}
    </ul>
  );
}
