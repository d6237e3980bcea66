import './amount.test';
import './clipboard.test';
import './table.test';
import './saver.test';
import './sums.test';
